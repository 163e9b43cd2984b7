import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPublicAddress } from '../../../src/platform/egress/special-address';

it('takes servers of the public internet', () => {
  const addresses = [
    '8.8.8.8',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001::5',
  ];
  expect(addresses.filter(address => !isPublicAddress(address))).toEqual([]);
});

it('takes no loopback, private, link-local, carrier, multicast, documentation or reserved address', () => {
  const addresses = [
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.0.3', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
    ...[
      '192.0.0.8',
      '192.0.2.1',
      '192.88.99.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.51.100.7',
      '203.0.113.9',
      '224.0.0.1',
      '240.0.0.1',
      '255.255.255.255',
    ],
    ...[
      '::',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'fd12:3456::1',
      'fec0::1',
      'ff02::1',
      '2001:db8::1',
      '3fff::1',
      '100::1',
      '5f00::1',
    ],
  ];
  expect(addresses.filter(isPublicAddress)).toEqual([]);
});

it('sees through IPv6 addresses that hold an IPv4 address', () => {
  const addresses = [
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '2002:7f00:1::',
    '2001:0:53aa:64c:0:0:80ff:fffe',
    '64:ff9b:1::7f00:1',
  ];
  expect(addresses.filter(isPublicAddress)).toEqual([]);
  expect(['64:ff9b::808:808', '64:ff9b::8.8.8.8'].filter(address => !isPublicAddress(address))).toEqual([]);
  fc.assert(
    fc.property(fc.ipV4(), address => {
      expect(isPublicAddress(`64:ff9b::${address}`)).toBe(isPublicAddress(address));
    }),
  );
});

it('takes nothing that is no address', () => {
  expect(['', 'localhost', '127.1', '0x7f000001', '8.8.8.8.8'].filter(isPublicAddress)).toEqual([]);
});
