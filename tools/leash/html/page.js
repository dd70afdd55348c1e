'use strict';

// What the page can do with a script: a filter, and walking along the paths.
// The address says what is shown, so that it can be sent to somebody:
// #f-<fingerprint>-<step>, or #check=<name>&text=<words>.
(() => {
  const filter = document.querySelector('.filter');
  const player = document.querySelector('.player');
  if (!filter)
    return;

  const findings =
      [...document.querySelectorAll('.finding')].map((element, index) => ({
        element,
        index,
        check: element.dataset.check,
        numSteps: Number(element.dataset.steps),
        section: element.closest('.file'),
        words: null,
      }));
  const byId = new Map(findings.map(f => [f.element.id, f]));
  const sections = [...document.querySelectorAll('.file')];
  let current = null; // {finding, step}

  // --- The filter -----------------------------------------------------------

  function wordsOf(finding) {
    if (finding.words === null) {
      const steps = finding.element.querySelector('.steps');
      finding.words = [
        finding.section.querySelector('.path'),
        finding.element.querySelector('summary'),
        steps,
      ].map(part => part ? part.textContent : '').join('\n').toLowerCase();
    }
    return finding.words;
  }

  function applyFilter() {
    const check = filter.elements.check.value;
    const text = filter.elements.text.value.trim().toLowerCase();
    const shown = new Set();
    let count = 0;
    for (const finding of findings) {
      const matches = (!check || finding.check === check) &&
          (!text || wordsOf(finding).includes(text));
      finding.element.hidden = !matches;
      if (matches) {
        ++count;
        shown.add(finding.section);
      }
    }
    for (const section of sections)
      section.hidden = !shown.has(section);
    filter.querySelector('output').textContent = count === findings.length ?
        `${count} shown` :
        `${count} of ${findings.length} shown`;
  }

  function setAddress(fragment) {
    history.replaceState(null, '', fragment || location.pathname + location.search);
  }

  function filterChanged() {
    applyFilter();
    const wanted = new URLSearchParams();
    for (const name of ['check', 'text'])
      if (filter.elements[name].value)
        wanted.set(name, filter.elements[name].value);
    const address = wanted.toString();
    setAddress(address && '#' + address);
  }

  function setFilter(check, text) {
    filter.elements.check.value = check;
    filter.elements.text.value = text;
    applyFilter();
  }

  function openAll(open) {
    for (const finding of findings)
      if (!finding.element.hidden)
        finding.element.open = open;
  }

  filter.addEventListener('submit', event => event.preventDefault());
  filter.elements.check.addEventListener('change', filterChanged);
  filter.elements.text.addEventListener('input', filterChanged);
  filter.elements.open.addEventListener('click', () => openAll(true));
  filter.elements.close.addEventListener('click', () => openAll(false));

  // The numbers of the summary choose their check.
  for (const cell of document.querySelectorAll('td[data-check]')) {
    const link = document.createElement('a');
    link.href = '#' + new URLSearchParams({check: cell.dataset.check});
    link.textContent = cell.textContent;
    link.setAttribute(
        'aria-label',
        `Show the ${cell.textContent} of ${cell.dataset.check} only`);
    cell.replaceChildren(link);
  }

  // --- The path -------------------------------------------------------------

  function partsOf({finding, step}) {
    const id = `${finding.element.id}-${step}`;
    const place = document.getElementById(id);
    const link = finding.element.querySelector(`.steps a[href="#${id}"]`);
    const marks =
        finding.element.querySelectorAll(`mark[data-step="${step}"]`);
    return {place, all: [place, link && link.parentElement, ...marks]};
  }

  function highlight(where, on) {
    for (const part of partsOf(where).all) {
      if (!part)
        continue;
      part.classList.toggle('now', on);
      if (part.tagName === 'LI')
        on ? part.setAttribute('aria-current', 'step') :
             part.removeAttribute('aria-current');
    }
  }

  function tell() {
    const {finding, step} = current;
    const last = finding.numSteps - 1;
    const path = last === 0 ? '' :
        step === 0          ? ` \u00b7 report, ${last} more` :
                              ` \u00b7 step ${step}/${last}`;
    player.querySelector('output').textContent =
        `Finding ${finding.index + 1}/${findings.length}${path}`;
  }

  function goTo(finding, step) {
    if (current)
      highlight(current, false);
    current = {finding, step};
    finding.element.open = true;
    highlight(current, true);
    tell();
    const {place} = partsOf(current);
    if (!place)
      return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    place.focus({preventScroll: true});
    place.scrollIntoView({behavior: calm ? 'auto' : 'smooth'});
    setAddress(`#${finding.element.id}-${step}`);
  }

  // The next one that the filter shows, from there on; by is 1 or -1.
  function neighbour(by) {
    let index = current ? current.finding.index + by : by > 0 ? 0 : -1;
    while (findings[index] && findings[index].element.hidden)
      index += by;
    return findings[index];
  }

  function goToFinding(by) {
    const finding = neighbour(by);
    if (finding)
      goTo(finding, 0);
  }

  // Beyond the end of a path is the next finding.
  function goToStep(by) {
    const step = current ? current.step + by : -1;
    if (current && step >= 0 && step < current.finding.numSteps) {
      goTo(current.finding, step);
      return;
    }
    const finding = neighbour(by);
    if (finding)
      goTo(finding, by > 0 ? 0 : finding.numSteps - 1);
  }

  const actions = {
    'previous-finding': () => goToFinding(-1),
    'previous-step': () => goToStep(-1),
    'next-step': () => goToStep(1),
    'next-finding': () => goToFinding(1),
  };
  for (const [name, action] of Object.entries(actions))
    player.querySelector(`[name="${name}"]`).addEventListener('click', action);

  const keys = {
    j: actions['next-step'],
    k: actions['previous-step'],
    n: actions['next-finding'],
    p: actions['previous-finding'],
    '/': () => filter.elements.text.focus(),
  };
  addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey)
      return;
    if (event.target.closest('input, select')) {
      if (event.key === 'Escape') {
        setFilter('', '');
        filterChanged();
        event.target.blur();
      }
      return;
    }
    if (!keys[event.key])
      return;
    event.preventDefault();
    keys[event.key]();
  });

  // --- The address ----------------------------------------------------------

  function open(fragment) {
    const target = fragment && document.getElementById(fragment);
    const details = target && target.closest('details');
    if (details)
      details.open = true;
    return target;
  }

  function follow() {
    const fragment = decodeURIComponent(location.hash.slice(1));
    if (/^(check|text)=/.test(fragment)) {
      const wanted = new URLSearchParams(location.hash.slice(1));
      setFilter(wanted.get('check') || '', wanted.get('text') || '');
      filter.scrollIntoView();
      return;
    }
    const target = open(fragment);
    const element = target && target.closest('.finding');
    if (!element) {
      if (target)
        target.scrollIntoView();
      return;
    }
    // A link leads to what the filter hides, too.
    if (element.hidden)
      setFilter('', '');
    const step = target === element ? 0 : Number(/\d+$/.exec(fragment)[0]);
    goTo(byId.get(element.id), step);
  }
  addEventListener('hashchange', follow);
  // The same link again changes nothing in the address.
  addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash)
      follow();
  });

  // --- On paper, everything is open -----------------------------------------

  let closed = [];
  addEventListener('beforeprint', () => {
    closed = findings.filter(f => !f.element.open);
    openAll(true);
  });
  addEventListener('afterprint', () => {
    for (const finding of closed)
      finding.element.open = false;
  });

  filter.hidden = false;
  player.hidden = false;
  player.querySelector('output').textContent =
      findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  applyFilter();
  follow();
})();
