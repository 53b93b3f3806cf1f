import { describeRealServer } from './testing/real-server.js';

await describeRealServer({
  name: 'cyrus',
  product: /^Cyrus-HTTP\/3\./,
  capabilities: ['inbox', 'schedule-tag', 'imip-out', 'imip-in', 'message-in'],
});
