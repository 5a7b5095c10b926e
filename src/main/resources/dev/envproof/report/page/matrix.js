// Rules by family as rows, environments as columns; worst first. More cells than a browser draws at ease are left out.
const MOST_CELLS = 6000;
const MOST_COLUMNS = 40;

const byRule = grouped(findings, it => it.rule.at);
const cells = new Map();
for (const it of findings) {
  for (const environment of it.to < 0 || it.to === it.from ? [it.from] : [it.from, it.to]) {
    const key = it.rule.at + ' ' + environment;
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(it);
  }
}

function severityFirst(one, more) {
  const verdicts = rule => VERDICTS.indexOf(worst(byRule.get(rule.at) || []));
  return verdicts(one) - verdicts(more) || SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(more.severity) || one.at - more.at;
}

function isWrong(finding) {
  return finding.verdict === 'broken' || finding.verdict === 'inconclusive';
}

function columns() {
  if (filter.environment) return environments.filter(at => data.environments[at] === filter.environment);
  if (environments.length <= MOST_COLUMNS) return environments;
  const wrong = new Map();
  for (const it of findings) if (isWrong(it) && fits(it)) for (const at of [it.from, it.to]) wrong.set(at, (wrong.get(at) || 0) + 1);
  return [...environments].sort((one, more) => (wrong.get(more) || 0) - (wrong.get(one) || 0)).slice(0, MOST_COLUMNS);
}

function familyRow(family, some, width) {
  const wrong = some.reduce((sum, rule) => sum + (byRule.get(rule.at) || []).filter(isWrong).length, 0);
  return make('tr', { class: 'family', role: 'row' }, make('th', { scope: 'rowgroup', role: 'rowheader', colspan: String(width) }, family,
    make('small', null, some.length + (some.length === 1 ? ' rule' : ' rules') + (wrong ? ', ' + wrong + ' not held' : ''))));
}

function ruleRow(rule, shown) {
  const head = make('th', { scope: 'row', role: 'rowheader' }, rule.says,
    make('span', { class: 'id' }, make('span', { class: 'severity ' + rule.severity }, rule.severity), make('code', null, rule.id)));
  const line = make('tr', { class: 'row', role: 'row', 'data-rule': String(rule.at) }, head);
  for (const at of shown) {
    const some = cells.get(rule.at + ' ' + at) || [];
    const fitting = isFiltering() ? some.filter(fits) : some;
    const cell = cellOf(fitting.length ? fitting : some, data.environments[at] + ', ' + rule.says, isFiltering() && !fitting.length);
    cell.dataset.at = String(at);
    cell.dataset.environment = data.environments[at];
    line.append(cell);
  }
  return line;
}

function openCell(cell) {
  const rule = rules[Number(cell.parentElement.dataset.rule)];
  const some = cells.get(rule.at + ' ' + cell.dataset.at) || [];
  openPanel(cell.dataset.environment + ': ' + rule.says, some, cell, rule.id + '@' + cell.dataset.environment);
}

function drawMatrix() {
  const fitting = findings.filter(fits);
  const shown = columns();
  const fittingRules = new Set(fitting.map(it => it.rule.at));
  const sorted = rules.filter(rule => fittingRules.has(rule.at)).sort(severityFirst);
  const drawn = sorted.slice(0, Math.floor(MOST_CELLS / Math.max(1, shown.length)));
  const table = make('table', { class: 'grid', role: 'grid', 'aria-labelledby': 'matrix-title' });
  table.append(headOf('Rule', shown, table));
  const body = make('tbody', { role: 'rowgroup' });
  for (const [family, some] of grouped(drawn, rule => rule.family)) {
    body.append(familyRow(family, some, shown.length + 1), ...some.map(rule => ruleRow(rule, shown)));
  }
  table.append(body);
  const left = [];
  if (drawn.length < sorted.length) left.push(drawn.length + ' of ' + sorted.length + ' rules');
  if (!filter.environment && shown.length < environments.length) left.push(shown.length + ' of ' + environments.length + ' environments');
  const told = left.length ? [make('p', { class: 'left-out' }, 'Drawn here: ' + left.join(' and ') + ', worst first. Filter to see the others.')] : [];
  const legend = make('p', { class: 'legend' });
  for (const verdict of VERDICTS) legend.append(make('span', null, make('span', { class: 'cell ' + verdict }, GLYPH[verdict]), SAYS[verdict]));
  if (findings.some(it => it.was)) legend.append(make('span', null, make('b', { class: 'mark' }, '\u2022'), ' changed since the run before'));
  place('matrix-place').classList.toggle('wide', shown.length > 8);
  place('matrix-place').replaceChildren(...told, table, legend);
  startGrid(table, openCell);
  place('shown').textContent = isFiltering()
    ? 'Showing ' + sorted.length + ' of ' + rules.length + ' rules, ' + fitting.length + ' of ' + findings.length + ' results'
    : rules.length + ' rules, ' + findings.length + ' results';
}
