import { describeRealServer } from './testing/real-server.js';

await describeRealServer({ name: 'sogo', product: /^SOGo 5\./, capabilities: ['inbox'] });
