/**
 * A scheduling service that is killed at a certain step, or lives to the end: `node crash-child.mjs STORE PORT STEP`.
 *
 * A step is anything that reaches the file or the network: before it, after it and, of what is written to the file,
 * in the middle. What it says on standard output is said before it goes on: `mail ID` before a mail is handed over,
 * `done WORD` when an operation has returned, and at last `steps COUNT`.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';

const [path = '', port = '', fatal = '0'] = process.argv.slice(2);
const say = (line) => fs.writeSync(1, `${line}\n`);
/** Nothing is counted before the service has begun. */
const counter = { steps: Number.NEGATIVE_INFINITY };

function step(beforeTheEnd = () => undefined) {
  counter.steps += 1;
  if (counter.steps !== Number(fatal)) return;
  beforeTheEnd();
  process.kill(process.pid, 'SIGKILL');
}

function aroundEach(owner, name, inTheMiddle) {
  const original = owner[name];
  owner[name] = function (...parameters) {
    step();
    if (inTheMiddle !== undefined) step(() => inTheMiddle(original, parameters));
    const result = original.apply(this, parameters);
    step();
    return result;
  };
}

aroundEach(fs, 'writeFileSync', (write, [file, text]) => {
  write(file, text.slice(0, (Number(fatal) * 7919) % text.length));
});
aroundEach(fs, 'fsyncSync');
aroundEach(Socket.prototype, 'write');
aroundEach(Socket.prototype, 'push');
syncBuiltinESMExports();

const simulator = '../../../dist/simulator';
const { createClock } = await import(`${simulator}/runtime/clock.js`);
const { LogStore } = await import(`${simulator}/runtime/log-store.js`);
const { createScheduler } = await import(`${simulator}/scheduling/scheduler.js`);
const { smtpSender } = await import(`${simulator}/scheduling/smtp-sender.js`);
const { parseCalendar } = await import(`${simulator}/icalendar/parse.js`);

const { users, uid, reply, starts, now } = JSON.parse(fs.readFileSync(`${path}.plan`, 'utf8'));
const store = new LogStore(path);
const scheduler = createScheduler({ clock: createClock(now), users, store, delivery: 'auto' });
const send = smtpSender({ host: '127.0.0.1', port: Number(port) });

counter.steps = 0;
scheduler.deliver('mailto:anna@example.com', parseCalendar(reply), 'mailto:mark@example.com');
say('done reply');
for (const [index, start] of starts.entries()) {
  scheduler.change('anna', uid, ([name, properties, parts]) => [
    name,
    properties.map((line) => (line[0] === 'dtstart' ? [...line.slice(0, 3), start] : line)),
    parts,
  ]);
  say(`done revision ${index + 1}`);
  await scheduler.runMailer((mail) => {
    say(`mail ${mail.messageId}`);
    return send(mail);
  });
}
say(`steps ${counter.steps}`);
store.close();
