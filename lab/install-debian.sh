#!/bin/sh
# Installs on Debian what `npm run lab:network` and `npm run lab:remote-desktop` need besides Node. Starts no daemon. Needs root.
set -eu

if [ "$(id -u)" -ne 0 ]; then
  echo "expected root, got user $(id -un): sudo lab/install-debian.sh" >&2
  exit 1
fi

# Debian asks this file before it starts a daemon; 101 forbids it. Source: invoke-rc.d(8) (read 2026-11-25).
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi

apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
  iproute2 nftables python3 util-linux \
  microsocks tinyproxy shadowsocks-libev openvpn wireguard-go wireguard-tools \
  chromium xvfb openbox python3-xlib tigervnc-standalone-server tigervnc-viewer \
  xrdp xorgxrdp freerdp2-x11 openssl
