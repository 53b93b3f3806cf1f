import { MalformedAnswer } from '../outcome-errors.js';

const LARGEST_ANSWER = 10_000_000;

/**
 * The body of an answer as text, of no more than 10 MB.
 *
 * @param what names the request, e.g. `GET http://127.0.0.1:8080/dav/`
 * @throws MalformedAnswer when the body is larger; what is left of it is not read
 */
export async function boundedText(response: Response, what: string): Promise<string> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST_ANSWER) {
      // Not waited for: that ends only when whoever else reads the answer gives up as well.
      reader.cancel().catch(() => {});
      throw new MalformedAnswer(
        `${what}: the answer is larger than ${LARGEST_ANSWER} bytes; give the suite accounts with few events`,
        '',
      );
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
