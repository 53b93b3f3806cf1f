import { describeAppend } from './testing/append-cases.js';
import { describeRealServer } from './testing/real-server.js';

/** Where `servers/cyrus/up` lets Cyrus listen for IMAP. */
const IMAP = { host: '127.0.0.1', port: 18_143, tls: false, mailbox: 'INBOX' };

await describeRealServer({
  name: 'cyrus',
  product: /^Cyrus-HTTP\/3\./,
  capabilities: ['inbox', 'schedule-tag', 'imip-out', 'imip-in', 'message-in'],
  further: (config) => describeAppend(config, IMAP),
});
