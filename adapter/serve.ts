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
  const failed = (id: unknown, code: number, message: string): Answered => ({
    answer: { id: id ?? null, error: { code, message } },
    ends: false,
  });
  const read = jsonOf(line);
  if (read === undefined) return failed(null, RPC_ERRORS.parse, 'the line is no JSON');
  const request = Request.safeParse(read.value);
  if (!request.success) {
    return failed(
      idOf(read.value),
      RPC_ERRORS.invalidRequest,
      `no JSON-RPC 2.0 request: ${issueOf(request.error)}`,
    );
  }
  const { id, method } = request.data;
  const handler = handlers[method as MethodName] as ((params: unknown) => unknown) | undefined;
  if (!(method in METHODS) || handler === undefined) {
    return failed(id, RPC_ERRORS.methodNotFound, `no method is called ${method}`);
  }
  const params = METHODS[method as MethodName].params.safeParse(request.data.params ?? {});
  if (!params.success) {
    return failed(id, RPC_ERRORS.invalidParams, `${method}: ${issueOf(params.error)}`);
  }
  try {
    return { answer: { id, result: await handler(params.data) }, ends: method === 'shutdown' };
  } catch (error) {
    if (error instanceof RpcError) return failed(id, error.code, `${method}: ${error.message}`);
    onInternal(error);
    return failed(
      id,
      RPC_ERRORS.internal,
      `${method}: ${error instanceof Error ? error.message : String(error)}`,
    );
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

function issueOf({
  issues,
}: {
  readonly issues: readonly { path: PropertyKey[]; message: string }[];
}): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`))
    .join('; ');
}
