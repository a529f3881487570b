/** The queries for company laptops: they read and never write, their tables and columns exist, and they find what they are for. */
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'

interface Query {
  query: string
  interval: number
  platform: string
  snapshot: boolean
  description: string
  value: string
}

const { queries } = JSON.parse(readFileSync('docs/onboarding/osquery-pack.json', 'utf8')) as {
  queries: Record<string, Query>
}
const entries = Object.entries(queries)

/** Tables of osquery that are used, with the columns that are used. Source: osquery/specs on GitHub (read 2026-11-25). */
const tables: Readonly<Record<string, string>> = {
  apps: 'name, bundle_identifier, bundle_short_version, last_opened_time',
  arp_cache: 'address, mac, interface, permanent',
  chrome_extensions: 'uid, name, identifier, version',
  connected_displays:
    'name, product_id, serial_number, vendor_id, resolution, connection_type, main, online',
  deb_packages: 'name, version, status',
  drivers: 'device_name, description, service, version, class, provider, manufacturer',
  kernel_modules: 'name, size, used_by, status, address',
  launchd: 'path, name, label, program, run_at_load, program_arguments',
  logon_sessions: 'user, logon_domain, logon_type, session_id, logon_time',
  processes: 'pid, name, path, cmdline, start_time',
  programs: 'name, version, publisher, install_date',
  registry: 'key, path, name, type, data, mtime',
  rpm_packages: 'name, version, release',
  services: 'name, display_name, status, start_type, path',
  sharing_preferences: 'screen_sharing, file_sharing, remote_login, remote_management',
  system_info: 'hardware_vendor, hardware_model, cpu_logical_cores, physical_memory',
  systemd_units: 'id, description, active_state, fragment_path',
  usb_devices: 'vendor, vendor_id, model, model_id, serial, removable',
  users: 'uid, username',
}

/** A database with those tables; osquery is SQLite too. */
function openTables() {
  const db = new Database(':memory:')
  for (const [name, columns] of Object.entries(tables)) db.exec(`create table ${name} (${columns})`)
  return db
}

const db = openTables()
afterAll(() => void db.close())

test('the pack has as many queries as its page says, and each table is used', () => {
  const page = readFileSync('docs/onboarding-laptop.md', 'utf8')
  expect(page).toContain(`: ${String(entries.length)} queries for `)
  const all = entries.map(([, { query }]) => query).join(' ')
  expect(Object.keys(tables).filter((name) => !all.includes(` ${name}`))).toEqual([])
})

describe.each(entries)('%s', (_, { query, interval, platform, snapshot, description, value }) => {
  test('reads and never writes: one SELECT', () => {
    expect(query).toMatch(/^SELECT [^;]*;$/)
    expect(query).not.toMatch(
      /\b(insert|update|delete|replace|drop|alter|create|attach|detach|pragma|vacuum)\b/i,
    )
    const statement = db.prepare(query)
    expect({ readonly: statement.readonly, reader: statement.reader }).toEqual({
      readonly: true,
      reader: true,
    })
  })

  test('names its systems, and asks at most once an hour', () => {
    const known = ['darwin', 'linux', 'windows']
    expect(platform.split(',').filter((name) => !known.includes(name))).toEqual([])
    expect(interval).toBeGreaterThanOrEqual(3_600)
    expect(snapshot).toBe(true)
  })

  test('says what it finds and how to read it', () => {
    expect(description).toMatch(/^[A-Z].*[^.]$/)
    expect(value).toMatch(/[.?]$/)
  })
})

/** What a query finds, and what it leaves alone. */
const found: readonly {
  query: string
  table: string
  hit: Readonly<Record<string, string | number>>
  miss: Readonly<Record<string, string | number>>
}[] = [
  {
    query: 'remote_tools_windows_programs',
    table: 'programs',
    hit: { name: 'AnyDesk' },
    miss: { name: 'Microsoft Teams' },
  },
  {
    query: 'remote_tools_windows_services',
    table: 'services',
    hit: { name: 'ScreenConnect Client (1a2b3c)', display_name: 'ScreenConnect Client' },
    miss: { name: 'Spooler', display_name: 'Print Spooler', path: 'C:\\Windows\\spoolsv.exe' },
  },
  {
    query: 'remote_tools_darwin_apps',
    table: 'apps',
    hit: { name: 'RustDesk.app', bundle_identifier: 'com.carriez.rustdesk' },
    miss: { name: 'Safari.app', bundle_identifier: 'com.apple.Safari' },
  },
  {
    query: 'remote_tools_darwin_launchd',
    table: 'launchd',
    hit: { label: 'org.chromium.chromoting', program: '/Library/PrivilegedHelperTools/x' },
    miss: { label: 'com.apple.printd', program: '/usr/libexec/printd' },
  },
  {
    query: 'remote_tools_running',
    table: 'processes',
    hit: { name: 'TeamViewer_Service.exe', path: 'C:\\TeamViewer\\TeamViewer_Service.exe' },
    miss: { name: 'code.exe', path: 'C:\\code.exe' },
  },
  {
    query: 'remote_tools_linux_deb',
    table: 'deb_packages',
    hit: { name: 'xrdp' },
    miss: { name: 'bash' },
  },
  {
    query: 'remote_tools_linux_rpm',
    table: 'rpm_packages',
    hit: { name: 'chrome-remote-desktop' },
    miss: { name: 'bash' },
  },
  {
    query: 'code_tunnels_running',
    table: 'processes',
    hit: { name: 'code', cmdline: '/usr/bin/code --verbose tunnel service internal-run' },
    miss: { name: 'code', cmdline: '/usr/share/code/code --type=renderer' },
  },
  {
    query: 'kvm_usb',
    table: 'usb_devices',
    hit: { vendor: 'JetKVM', vendor_id: '1d6b', model_id: '0104', model: 'USB Emulation Device' },
    miss: { vendor: 'Logitech', vendor_id: '046d', model_id: 'c52b', serial: '' },
  },
  {
    query: 'kvm_usb',
    table: 'usb_devices',
    hit: { vendor: 'GLKVM', vendor_id: '1d6b', model_id: '0104', serial: 'CAFEBABE' },
    miss: { vendor: 'Linux Foundation', vendor_id: '1d6b', model_id: '0002', serial: '0000:00' },
  },
  {
    query: 'kvm_usb_windows',
    table: 'registry',
    hit: {
      key: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum\\USB\\VID_1D6B&PID_0104\\CAFEBABE',
    },
    miss: {
      key: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum\\USB\\VID_046D&PID_C52B\\1',
    },
  },
  {
    query: 'kvm_network',
    table: 'arp_cache',
    hit: { mac: '30:52:53:0A:0B:0C' },
    miss: { mac: 'f0:18:98:aa:bb:cc' },
  },
  {
    query: 'virtual_displays_windows',
    table: 'drivers',
    hit: { device_name: 'Parsec Virtual Display Adapter', class: 'Display' },
    miss: { device_name: 'Intel(R) UHD Graphics 620', class: 'Display' },
  },
  {
    query: 'jigglers_running',
    table: 'processes',
    hit: { name: 'MouseJiggler.exe' },
    miss: { name: 'explorer.exe' },
  },
  {
    query: 'remote_logons_windows',
    table: 'logon_sessions',
    hit: { logon_type: 'RemoteInteractive' },
    miss: { logon_type: 'Interactive' },
  },
  {
    query: 'remote_desktop_windows_enabled',
    table: 'registry',
    hit: {
      path: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\fDenyTSConnections',
      data: '0',
    },
    miss: {
      path: 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\fDenyTSConnections',
      data: '1',
    },
  },
  {
    query: 'virtual_machine',
    table: 'system_info',
    hit: { hardware_vendor: 'VMware, Inc.', hardware_model: 'VMware Virtual Platform' },
    miss: { hardware_vendor: 'LENOVO', hardware_model: '20XW' },
  },
]

test.each(found)('$query finds $hit and not $miss', ({ query, table, hit, miss }) => {
  const own = openTables()
  const put = (row: (typeof found)[number]['hit']) => {
    const columns = Object.keys(row)
    own
      .prepare(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      )
      .run(...Object.values(row))
  }
  const count = () => own.prepare(queries[query]?.query ?? '').all().length
  put(miss)
  expect(count()).toBe(0)
  put(hit)
  expect(count()).toBe(1)
  own.close()
})
