import { linesOf } from './lines.js';
import { METHODS, type MethodName, type Params, Request, type Result, RPC_ERRORS } from './protocol.js';

/** What an adapter does for each method; one that is missing is a missing capability. */
export type Handlers = {
  readonly [Name in MethodName]?: (params: Params<Name>) => Result<Name> | Promise<Result<Name>>;
};

/** Thrown by a handler to answer with an error of JSON-RPC instead of a result. */
export class RpcError extends Error {
  override readonly name = 'RpcError';
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Answers requests line by line, in order, until the input ends or `shutdown` was answered. What cannot be understood
 * is answered with an error that says why; nothing that comes in ends the loop.
 *
 * @param write gets one line without line end
 * @param onInternal told of errors that are no answer to the caller's mistake
 */
export async function serve(
  input: AsyncIterable<string | Uint8Array>,
  write: (line: string) => void,
  handlers: Handlers,
  onInternal: (error: unknown) => void,
): Promise<void> {
  for await (const line of linesOf(input)) {
    const { answer, ends } = await answerTo(line, handlers, onInternal);
    write(JSON.stringify({ jsonrpc: '2.0', ...answer }));
    if (ends) return;
  }
}

interface Answered {
  readonly answer: object;
  readonly ends: boolean;
}

async function answerTo(
  line: string,
  handlers: Handlers,
  onInternal: (error: unknown) => void,
): Promise<Answered> {
  const read = jsonOf(line);
  if (read === undefined) return failed(null, RPC_ERRORS.parse, 'the line is no JSON');
  const request = Request.safeParse(read.value);
  if (!request.success) {
    const text = `no JSON-RPC 2.0 request: ${issuesOf(request.error)}`;
    return failed(idOf(read.value), RPC_ERRORS.invalidRequest, text);
  }
  const { id, method, params = {} } = request.data;
  try {
    return { answer: { id, result: await resultOf(method, params, handlers) }, ends: method === 'shutdown' };
  } catch (error) {
    if (error instanceof RpcError) return failed(id, error.code, error.message);
    onInternal(error);
    const text = error instanceof Error ? error.message : String(error);
    return failed(id, RPC_ERRORS.internal, `${method}: ${text}`);
  }
}

function failed(id: unknown, code: number, message: string): Answered {
  return { answer: { id, error: { code, message } }, ends: false };
}

async function resultOf(method: string, params: unknown, handlers: Handlers): Promise<unknown> {
  const handler = handlers[method as MethodName] as ((params: unknown) => unknown) | undefined;
  if (!(method in METHODS) || handler === undefined) {
    throw new RpcError(RPC_ERRORS.methodNotFound, `no method is called ${method}`);
  }
  const known = METHODS[method as MethodName].params.safeParse(params);
  if (!known.success) throw new RpcError(RPC_ERRORS.invalidParams, `${method}: ${issuesOf(known.error)}`);
  try {
    return await handler(known.data);
  } catch (error) {
    if (error instanceof RpcError) throw new RpcError(error.code, `${method}: ${error.message}`);
    throw error;
  }
}

function jsonOf(line: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return undefined;
  }
}

function idOf(value: unknown): unknown {
  const { id } = (typeof value === 'object' && value !== null ? value : {}) as { id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** What does not match a schema, each place with its problem. */
export function issuesOf({
  issues,
}: {
  readonly issues: readonly { path: PropertyKey[]; message: string }[];
}): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`))
    .join('; ');
}
