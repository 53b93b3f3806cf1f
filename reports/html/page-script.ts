/**
 * What the page can do with scripts: search, filters, links into what is folded. All of it can be read without. Runs
 * in the browser of the reader, so it is written for browsers and tested in one.
 */
export const SCRIPT = `(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.getElementById('filter');
  const search = form.querySelector('input');
  const fields = all('[name]', form);
  const count = form.querySelector('output');
  const items = all('[data-f]');
  const scenarios = items.filter((item) => item.matches('.sc'));
  const sections = all('.section');
  const wasOpen = new Map(sections.map((section) => [section, section.open]));
  const texts = new Map();
  const problem = /o:(failed|errored|inconclusive|warned|blocked)/;

  function textOf(item) {
    if (!texts.has(item)) {
      const rule = item.closest('.rq');
      const words = [item, rule, rule.querySelector('h4'), rule.querySelector('p')];
      const own = item === rule ? [item] : [words[0], words[2], words[3]];
      texts.set(item, own.map((part) => part ? part.textContent : '').join(' ').toLowerCase() + ' ' + item.id);
    }
    return texts.get(item);
  }

  function termsIn(chosen) {
    const { q, t, o, ...rest } = chosen;
    const terms = Object.entries(rest).map(([name, value]) => name + ':' + value);
    if (t) terms.push('t:' + t);
    if (o) terms.push('o' + (t || '') + ':' + o);
    return terms;
  }

  function apply() {
    const chosen = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
    const words = (chosen.q || '').toLowerCase().split(/\\s+/).filter(Boolean);
    const terms = termsIn(chosen);
    const active = words.length + terms.length > 0;
    for (const item of items) {
      const own = ' ' + item.dataset.f + ' ';
      item.hidden = !(terms.every((term) => own.includes(' ' + term + ' '))
        && words.every((word) => textOf(item).includes(word)));
    }
    for (const rule of all('.rq:not([data-f])')) rule.hidden = !rule.querySelector('.sc:not([hidden])');
    for (const section of sections) {
      section.hidden = !section.querySelector('.rq:not([hidden])');
      section.open = active || wasOpen.get(section);
    }
    const shown = scenarios.filter((item) => !item.hidden).length;
    const part = shown === scenarios.length ? '' : ' of ' + scenarios.length;
    count.textContent = shown + part + ' scenarios';
  }

  function partsOf(hash) {
    const at = hash.indexOf('?');
    const query = at < 0 ? undefined : new URLSearchParams(hash.slice(at + 1));
    return [decodeURIComponent(hash.slice(1, at < 0 ? undefined : at)), query];
  }

  // The address says what is shown, so that it can be sent to somebody.
  function remember() {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== '')).toString();
    const to = query === '' ? '' : '?' + query.replaceAll('%2F', '/');
    history.replaceState(null, '', '#' + to);
  }

  function clear() {
    form.reset();
    apply();
    remember();
  }

  function reveal() {
    const [id, query] = partsOf(location.hash);
    if (query) {
      for (const field of fields) {
        field.value = query.get(field.name) ?? '';
        if (field.selectedIndex < 0) field.value = '';
      }
      apply();
    }
    const found = document.getElementById(id || (query ? 'scenarios' : ''));
    if (!found) return;
    if (found.closest('[hidden]')) { form.reset(); apply(); }
    for (let part = found; part; part = part.parentElement) if (part.matches('details')) part.open = true;
    found.scrollIntoView();
    found.querySelector(':scope > summary')?.focus({ preventScroll: true });
  }

  let seen;
  function nextProblem() {
    const left = scenarios.filter((item) => !item.hidden && problem.test(item.dataset.f));
    const next = left[left.indexOf(seen) + 1] ?? left[0];
    if (!next) return;
    seen = next;
    next.closest('.section').open = true;
    next.open = true;
    next.scrollIntoView();
    next.querySelector('summary').focus({ preventScroll: true });
  }

  const acts = {
    next: nextProblem,
    clear,
    open: () => { for (const item of [...sections, ...scenarios]) if (!item.hidden) item.open = true; },
    close: () => { for (const item of scenarios) item.open = false; },
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => { apply(); remember(); });
  form.addEventListener('click', (event) => acts[event.target.value]?.());
  search.addEventListener('keydown', (event) => { if (event.key === 'Escape') clear(); });
  window.addEventListener('hashchange', reveal);
  document.addEventListener('click', (event) => {
    if (event.target.closest('a')?.getAttribute('href') === location.hash) reveal();
  });
  window.addEventListener('beforeprint', () => {
    for (const item of scenarios) if (problem.test(item.dataset.f) && !item.hidden) item.open = true;
  });
  form.hidden = false;
  apply();
  reveal();
})();`;
