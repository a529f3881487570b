#!/usr/bin/python3
"""Joins pairs of network namespaces by links with a delay, in user space over TUN.

Usage: delaylink.py LINK...   where LINK is NS_A,IP_A,NS_B,IP_B,DELAY_MS[,JITTER_MS]

DELAY_MS is one way; JITTER_MS is the mean of an exponential addition to it, each way. Packets of one direction keep
their order. Prints "up" once all links are there. Ends, and takes the links with it, when its standard input is
closed, so that it never outlives whoever started it. Needs root. There is no bandwidth limit and no loss.

For kernels without netem. Licence: MIT, as the rest of the project.
"""
import fcntl
import heapq
import os
import random
import select
import signal
import struct
import subprocess
import sys
import time

# Source: include/uapi/linux/if_tun.h of Linux 6.1 (read 2026-11-25).
TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000

# Largest packet that TUN hands over, bytes.
PACKET_BYTES = 65_535
# The links stand for cables: they must not wait for a busy computer.
PRIORITY = -15


def open_tun(name):
    """A TUN device in the current namespace, as a file descriptor that does not block."""
    fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TUN | IFF_NO_PI))
    return fd


def place(device, namespace, address, peer):
    """Moves a device into its namespace and gives it its address."""
    def ip(*args):
        subprocess.run(["ip", *args], check=True, stdin=subprocess.DEVNULL)

    ip("link", "set", device, "netns", namespace)
    ip("-n", namespace, "addr", "add", address, "peer", peer, "dev", device)
    ip("-n", namespace, "link", "set", device, "up")


def open_link(number, text):
    """Opens one link. Out: for each of its two descriptors where packets go, and how late."""
    ns_a, ip_a, ns_b, ip_b, delay, *jitter = text.split(",")
    ends = []
    for side, namespace, address, peer in (("a", ns_a, ip_a, ip_b), ("b", ns_b, ip_b, ip_a)):
        device = f"wl{os.getpid()}n{number}{side}"
        ends.append(open_tun(device))
        place(device, namespace, address, peer)
    times = (float(delay) / 1000, float(jitter[0]) / 1000 if jitter else 0.0)
    return {ends[0]: (ends[1], *times), ends[1]: (ends[0], *times)}


def carry(ways):
    """Carries packets until standard input is closed."""
    waiting = []
    count = 0
    last_due = dict.fromkeys(ways, 0.0)
    stdin = sys.stdin.fileno()
    while True:
        timeout = max(0.0, waiting[0][0] - time.monotonic()) if waiting else None
        readable, _, _ = select.select([stdin, *ways], [], [], timeout)
        for fd in readable:
            if fd == stdin:
                if not os.read(stdin, 1):
                    return
                continue
            to, delay, jitter = ways[fd]
            while True:
                try:
                    packet = os.read(fd, PACKET_BYTES)
                except BlockingIOError:
                    break
                late = random.expovariate(1 / jitter) if jitter else 0.0
                due = max(time.monotonic() + delay + late, last_due[fd])
                last_due[fd] = due
                count += 1
                heapq.heappush(waiting, (due, count, to, packet))
        now = time.monotonic()
        while waiting and waiting[0][0] <= now:
            _, _, to, packet = heapq.heappop(waiting)
            try:
                os.write(to, packet)
            except OSError:
                # The other side's queue is full, or its namespace is going: lost, as on a cable.
                pass


def main():
    if len(sys.argv) < 2:
        sys.exit("expected links NS_A,IP_A,NS_B,IP_B,DELAY_MS[,JITTER_MS], got none")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.setpriority(os.PRIO_PROCESS, 0, PRIORITY)
    ways = {}
    for number, text in enumerate(sys.argv[1:]):
        ways |= open_link(number, text)
    print("up", flush=True)
    carry(ways)


main()
