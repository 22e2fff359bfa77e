import { isIP } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { networkOf } from '~/domain/accounts/network-address'

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['::FFFF:cb00:7109', '203.0.113.9'],
  ['0:0:0:0:0:ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', null],
  [null, null],
  ['unknown', null],
  ['203.0.113.999', null],
  ['2001:db8::1::2', null],
  ['1:2:3:4:5:6:7', null],
  ['203.0.113.9, 198.51.100.1', null],
])('counts %j as %j', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it('counts every address of one IPv6 network alike, however it is written', () => {
  const group = fc.integer({ min: 1, max: 0xffff })
  fc.assert(
    fc.property(
      fc.tuple(group, group, group, group),
      fc.array(group, { minLength: 4, maxLength: 4 }),
      (net, host) => {
        const hex = (groups: number[]) => groups.map((each) => each.toString(16)).join(':')
        const address = `${hex([...net])}:${hex(host)}`
        expect(isIP(address)).toBe(6)
        expect(networkOf(address.toUpperCase())).toBe(networkOf(`${hex([...net])}::1`))
      },
    ),
  )
})
