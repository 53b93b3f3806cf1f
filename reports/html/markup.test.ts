import { describe, expect, test } from 'vitest';
import { anchorOf, markup, trusted } from './markup.js';

describe('markup', () => {
  test('escapes text in elements and attributes, and lets markup in markup be', () => {
    const inner = markup`<b>${'<script>alert(1)</script>'}</b>`;
    expect(String(markup`<p title="${`"'&`}">${inner}</p>`)).toBe(
      '<p title="&quot;&#39;&amp;"><b>&lt;script&gt;alert(1)&lt;/script&gt;</b></p>',
    );
  });

  test('sets lists one after the other, however deep, and leaves out what is missing', () => {
    expect(String(markup`${[1, ['<', undefined], false]}`)).toBe('1&lt;');
  });

  test('shows control characters', () => {
    expect(String(markup`<pre>${['a\u0000\r\nb']}</pre>`)).toBe('<pre>a⟨U+0000⟩\nb</pre>');
  });

  test('drops the indentation of templates, not that of texts', () => {
    expect(
      String(markup`<ul>
        <li>${'a\n    b'}</li>
      </ul>`),
    ).toBe('<ul>\n<li>a\n    b</li>\n</ul>');
  });

  test('lets nothing but marked text through as markup', () => {
    expect(String(markup`${trusted('<i></i>')}${'<i>'}`)).toBe('<i></i>&lt;i&gt;');
  });
});

test('anchorOf makes an id without spaces or anything that a link would have to encode', () => {
  expect(anchorOf('rfc2446/3.2.3-reply/an-attendee', 'm', 1)).toBe('rfc2446/3.2.3-reply/an-attendee--m--1');
  expect(anchorOf('a b"#%<c')).toBe('a_b_c');
});
