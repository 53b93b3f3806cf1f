import { describeRealServer } from './testing/real-server.js';

await describeRealServer({ name: 'sogo', product: /^nginx/, capabilities: ['inbox'] });
