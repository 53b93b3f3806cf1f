import { HttpResponse, http } from 'msw';

/** A mail that a double of a mail catcher holds. */
export interface Caught {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** Doubles of two mail catchers, as their HTTP API is documented. Newest mail first, in pages. */
export class MailCatchers {
  readonly mails: Caught[] = [];
  /** `user:password` that is asked for; none when empty. */
  login = '';

  catch(mail: Omit<Caught, 'id'>): void {
    this.mails.unshift({ id: `id-${this.mails.length + 1}`, ...mail });
  }

  /** Mailpit: listing, summary and source of a message. */
  mailpit(base: string) {
    return [
      http.get(`${base}/api/v1/messages`, ({ request }) =>
        this.#guarded(request, () => {
          const { start, page } = this.#page(request);
          const messages = page.map(mailpitSummary);
          const counts = { total: this.mails.length, unread: 0, count: page.length, tags: [] };
          return HttpResponse.json({ ...counts, messages_count: this.mails.length, start, messages });
        }),
      ),
      http.get(`${base}/api/v1/message/:id`, ({ request, params }) =>
        this.#guarded(request, () => this.#one(params.id, (mail) => HttpResponse.json(mailpitSummary(mail)))),
      ),
      http.get(`${base}/api/v1/message/:id/raw`, ({ request, params }) =>
        this.#guarded(request, () => this.#one(params.id, ({ raw }) => HttpResponse.text(raw))),
      ),
    ];
  }

  /** MailHog: listing of whole messages, version 2 of the API. */
  mailhog(base: string) {
    return [
      http.get(`${base}/api/v2/messages`, ({ request }) =>
        this.#guarded(request, () => {
          const { start, page } = this.#page(request);
          const items = page.map(mailhogItem);
          return HttpResponse.json({ total: this.mails.length, count: items.length, start, items });
        }),
      ),
    ];
  }

  #page(request: Request): { readonly start: number; readonly page: readonly Caught[] } {
    const { searchParams } = new URL(request.url);
    const start = Number(searchParams.get('start') ?? 0);
    return { start, page: this.mails.slice(start, start + Number(searchParams.get('limit') ?? 50)) };
  }

  #one(id: unknown, answer: (mail: Caught) => Response): Response {
    const found = this.mails.find((mail) => mail.id === id);
    return found === undefined ? HttpResponse.text('not found', { status: 404 }) : answer(found);
  }

  #guarded(request: Request, answer: () => Response): Response {
    const expected = `Basic ${Buffer.from(this.login).toString('base64')}`;
    if (this.login === '' || request.headers.get('authorization') === expected) return answer();
    return HttpResponse.text('Unauthorised.', { status: 401 });
  }
}

function mailpitSummary({ id, from, to, raw }: Caught) {
  const people = to.map((Address) => ({ Name: '', Address }));
  return {
    ...{ ID: id, MessageID: `${id}@example.com`, From: { Name: '', Address: from }, To: people },
    ...{
      Cc: [],
      Bcc: [],
      ReplyTo: [],
      Subject: '',
      Date: '2030-01-07T09:00:00Z',
      Created: '2030-01-07T09:00:00Z',
    },
    ...{
      Tags: [],
      Size: raw.length,
      Attachments: 0,
      Snippet: '',
      Read: false,
      Text: '',
      HTML: '',
      Inline: [],
    },
  };
}

function mailhogItem({ id, from, to, raw }: Caught) {
  const path = (address: string) => {
    const [Mailbox = '', Domain = ''] = address.split('@');
    return { Relays: null, Mailbox, Domain, Params: '' };
  };
  const [head = '', body = ''] = raw.split('\r\n\r\n', 2);
  const headers = head.split('\r\n').map((line) => line.split(': ', 2));
  const Headers = Object.fromEntries(headers.map(([name = '', value = '']) => [name, [value]]));
  return {
    ...{ ID: id, From: path(from), To: to.map(path), Created: '2030-01-07T09:00:00Z', MIME: null },
    Content: { Headers, Body: body, Size: raw.length, MIME: null },
    Raw: { From: from, To: to, Data: raw, Helo: 'localhost' },
  };
}
