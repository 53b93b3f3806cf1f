import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { z } from 'zod';
import { linesOf } from '../../adapter/lines.js';
import {
  METHODS,
  type MethodName,
  type Params,
  Response,
  type Result,
  RPC_ERRORS,
} from '../../adapter/protocol.js';
import { MalformedAnswer, NotExpressible, TargetUnreachable } from '../outcome-errors.js';

type Answer = z.infer<typeof Response>;

/** Lines of the adapter's log that are kept for messages. */
const LOG_LINES = 20;

interface Waiting {
  readonly name: MethodName;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** An adapter that runs as a process of its own: calls go to its standard input, answers come from its output. */
export class AdapterConnection {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #command: string;
  readonly #deadlineMs: number;
  readonly #waiting = new Map<number, Waiting>();
  readonly #log: string[] = [];
  #calls = 0;
  #ended: Error | undefined;

  /** Starts the adapter through the shell. */
  constructor(command: string, deadlineMs: number) {
    this.#command = command;
    this.#deadlineMs = deadlineMs;
    this.#child = spawn(command, { shell: true, detached: true, stdio: 'pipe' });
    this.#child.on('error', (error) => this.#end(new TargetUnreachable(`${command}: ${error.message}`)));
    this.#child.on('exit', () => this.#kill());
    // Told only now: what was written last may still be on its way when the process exits.
    this.#child.on('close', (code, signal) => this.#end(this.#gone(code, signal)));
    // Who no longer reads is about to exit, or to miss the deadline; either is told with its reason.
    this.#child.stdin.on('error', () => {});
    this.#child.stderr.on('data', (chunk: Buffer) => this.#keepLog(chunk.toString()));
    void this.#listen();
  }

  /**
   * Calls a method and waits for its answer.
   *
   * @throws NotExpressible when the adapter does not have the method
   * @throws MalformedAnswer when the answer is not what the protocol says, or an error
   * @throws TargetUnreachable when the adapter has ended or does not answer in time
   */
  async call<Name extends MethodName>(name: Name, params: Params<Name>): Promise<Result<Name>> {
    if (this.#ended !== undefined) throw this.#ended;
    this.#calls += 1;
    const id = this.#calls;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { name, resolve, reject });
      this.#child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method: name, params })}\n`);
    });
    const overdue = setTimeout(() => this.#end(this.#silent(name)), this.#deadlineMs);
    try {
      const result = METHODS[name].result.safeParse(await answer);
      if (result.success) return result.data as Result<Name>;
      const [issue] = result.error.issues;
      throw this.#malformed(
        `${name}: ${issue?.path.join('.')}: ${issue?.message}`,
        JSON.stringify(await answer),
      );
    } finally {
      clearTimeout(overdue);
    }
  }

  /** Ends the adapter, at first by asking. */
  async close(): Promise<void> {
    if (this.#ended !== undefined) return;
    const gone = new Promise<void>((resolve) => this.#child.once('close', () => resolve()));
    // Its answer is of no use: the adapter is ended anyway.
    await this.call('shutdown', {}).catch(() => undefined);
    this.#kill();
    await gone;
  }

  async #listen(): Promise<void> {
    try {
      for await (const line of linesOf(this.#child.stdout)) this.#take(line);
    } catch (error) {
      this.#end(this.#malformed((error as Error).message, ''));
    }
  }

  #take(line: string): void {
    const response = Response.safeParse(jsonOf(line));
    if (response.success) this.#answer(response.data, line);
    else this.#end(this.#malformed('a line that is no JSON-RPC 2.0 answer', line));
  }

  #answer({ id, result, error }: Answer, line: string): void {
    const waiting = typeof id === 'number' ? this.#waiting.get(id) : undefined;
    this.#waiting.delete(Number(id));
    if (waiting === undefined) this.#end(this.#malformed(`an answer to no call, id ${id}`, line));
    else if (error === undefined) waiting.resolve(result);
    else if (error.code === RPC_ERRORS.methodNotFound) {
      waiting.reject(new NotExpressible(`the adapter has no method ${waiting.name}`));
    } else waiting.reject(this.#malformed(`${waiting.name}: ${error.message}`, line));
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
    this.#kill();
  }

  /** The shell and what it started are one group of processes, of which some may outlive the shell. */
  #kill(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended by itself in the meantime.
    }
  }

  #keepLog(text: string): void {
    this.#log.push(...text.split('\n').filter((line) => line.trim() !== ''));
    this.#log.splice(0, Math.max(0, this.#log.length - LOG_LINES));
  }

  #gone(code: number | null, signal: string | null): TargetUnreachable {
    const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
    return new TargetUnreachable(`the adapter ${this.#command} ${how}${this.#logText()}`);
  }

  #silent(name: string): TargetUnreachable {
    return new TargetUnreachable(
      `the adapter ${this.#command} did not answer ${name} within ${this.#deadlineMs} ms${this.#logText()}`,
    );
  }

  #malformed(what: string, line: string): MalformedAnswer {
    return new MalformedAnswer(
      `the adapter answers wrongly: ${what}`,
      `${line.slice(0, 2_000)}${this.#logText()}`,
    );
  }

  #logText(): string {
    return this.#log.length === 0 ? '' : `; its log ends with:\n${this.#log.join('\n')}`;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
