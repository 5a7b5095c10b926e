document.documentElement.classList.add('scripted');

// Of many cards only the first stays open: the rest is one key away.
function foldCards() {
  const cards = [...document.querySelectorAll('#wrong > .finding')];
  for (const card of cards.length > 3 ? cards.slice(1) : []) card.open = false;
  for (const again of document.querySelectorAll('#wrong .again')) again.append(copyButton(again.querySelector('code').textContent));
}

// A shared link to a finding opens it.
function openAsked() {
  if (!opened) return;
  const [id, where] = [opened.slice(0, opened.lastIndexOf('@')), opened.slice(opened.lastIndexOf('@') + 1)];
  const rule = rules.find(it => it.id === id);
  const [from, to] = where.split('>').map(name => data.environments.indexOf(name));
  const some = to === undefined ? (rule && cells.get(rule.at + ' ' + from)) || [] : between(rule, from, to);
  if (!some.length) return;
  const names = where.replace('>', ' \u2192 ');
  const cell = to === undefined
    ? document.querySelector('#matrix tr[data-rule="' + rule.at + '"] td[data-at="' + from + '"]')
    : document.querySelector('#pairs tr[data-from="' + from + '"] td[data-to="' + to + '"]');
  openPanel(rule ? names + ': ' + rule.says : names, some, cell, opened, true);
}

// Anything else behind the # is a part of the page.
function isAnchor() {
  return location.hash.length > 1 && !location.hash.includes('=');
}

// The matrix keeps its head in sight, below the filters.
function followBar() {
  const show = () => document.documentElement.style.setProperty('--bar', place('filters').offsetHeight + 'px');
  new ResizeObserver(show).observe(place('filters'));
  show();
}

startTheme();
startPrint();
startFilters();
startPanel();
listeners.push(drawMatrix);
if (!isAnchor()) readHash();
showControls();
filterCards();
drawMatrix();
startPairs();
foldCards();
followBar();
openAsked();
addEventListener('hashchange', () => {
  if (isAnchor()) return;
  readHash();
  for (const listener of listeners) listener();
  if (opened) openAsked();
});
