import { describe, expect, test } from 'vitest';
import { MalformedAnswer, NotExpressible, TargetUnreachable, UsageError } from '../outcome-errors.js';
import { AdapterConnection } from './connection.js';
import { openStdioTarget } from './stdio-target.js';

/** An adapter of one expression: what it answers to a call in `q`. */
function adapter(answer: string): string {
  const lines = "require('readline').createInterface({input:process.stdin})";
  const body = `${lines}.on('line',l=>{const q=JSON.parse(l);${answer}})`;
  return `${process.execPath} -e "${body}"`;
}
const say = (fields: string): string => `console.log(JSON.stringify({jsonrpc:'2.0',id:q.id,${fields}}))`;

async function settle(command: string, deadlineMs = 10_000): Promise<unknown> {
  const connection = new AdapterConnection(command, deadlineMs);
  try {
    return await connection.call('settle', {});
  } finally {
    await connection.close();
  }
}

describe('a sound adapter', () => {
  test('answers', async () => {
    expect(await settle(adapter(say('result:{quiet:true}')))).toEqual({ quiet: true });
  });
  test('may lack a method', async () => {
    const missing = adapter(say("error:{code:-32601,message:'none'}"));
    await expect(settle(missing)).rejects.toThrow(NotExpressible);
  });
});

describe('a hostile adapter', () => {
  test.each([
    ['says no JSON', adapter("console.log('hello')"), MalformedAnswer, 'no JSON-RPC 2.0 answer'],
    [
      'answers what was not asked',
      adapter('console.log(\'{\\"jsonrpc\\":\\"2.0\\",\\"id\\":99}\')'),
      MalformedAnswer,
      'an answer to no call',
    ],
    ['answers in another form', adapter(say("result:{quiet:'yes'}")), MalformedAnswer, 'settle: quiet'],
    ['answers with an error', adapter(say("error:{code:1,message:'no wish'}")), MalformedAnswer, 'no wish'],
    [
      'dies at once',
      `${process.execPath} -e "console.error('cannot'); process.exit(3)"`,
      TargetUnreachable,
      'ended with code 3',
    ],
    ['does not exist', 'no-such-adapter-anywhere', TargetUnreachable, 'ended with code 127'],
    ['dies while it is asked', adapter('process.exit(4)'), TargetUnreachable, 'ended with code 4'],
  ])('that %s', async (_what, command, kind, text) => {
    const failure = settle(command);
    await expect(failure).rejects.toThrow(kind);
    await expect(failure).rejects.toThrow(text);
  });

  test('that never answers is given up, and nothing of it is left', async () => {
    await expect(settle(adapter(''), 300)).rejects.toThrow('did not answer settle within 300 ms');
  });

  test('that dies is quoted with the end of its log', async () => {
    const dying = `${process.execPath} -e "console.error('out of luck'); process.exitCode = 1"`;
    await expect(settle(dying)).rejects.toThrow('out of luck');
  });

  test('that leaves a process behind is told by its code, and that process ends, too', async () => {
    await expect(settle(`sleep 600 & ${adapter('process.exit(3)')}`)).rejects.toThrow('ended with code 3');
  });

  test('of another version is refused with advice', async () => {
    const told = "protocol:9,name:'x',version:'1',language:'y',capabilities:[],duties:[],policies:{}";
    const options = {
      command: adapter(say(`result:{${told}}`)),
      deadlineMs: 10_000,
      profile: 'rfc5546',
    } as const;
    await expect(openStdioTarget(options)).rejects.toThrow(UsageError);
    await expect(openStdioTarget(options)).rejects.toThrow('update itip-conformance');
  });
});
