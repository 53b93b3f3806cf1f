import { describeRealServer } from './testing/real-server.js';

await describeRealServer({
  name: 'davical',
  product: /^DAViCal\/1\./,
  capabilities: ['inbox'],
  lacks: ['cancel-for-the-uninvited'],
});
