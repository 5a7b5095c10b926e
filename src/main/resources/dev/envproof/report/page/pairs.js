// Of rules about two environments: the row is where it comes from, the column what it reaches.
const pairs = findings.filter(it => it.to >= 0);
const pairRules = [...new Set(pairs.map(it => it.rule))].sort(severityFirst);

function between(rule, from, to) {
  return pairs.filter(it => (!rule || it.rule === rule)
    && (it.from === from && it.to === to || it.rule.unordered && it.from === to && it.to === from));
}

function drawPairs() {
  const rule = pairRules.find(it => it.id === place('pair-rule').value);
  const named = new Set(pairs.flatMap(it => [it.from, it.to]));
  const wrong = at => pairs.filter(it => isWrong(it) && (it.from === at || it.to === at)).length;
  let shown = environments.filter(at => named.has(at));
  const all = shown.length;
  if (all > MOST_COLUMNS) shown = [...shown].sort((one, more) => wrong(more) - wrong(one)).slice(0, MOST_COLUMNS);
  const table = make('table', { class: 'grid', role: 'grid', 'aria-labelledby': 'pairs-title' });
  table.append(headOf('from \u2193  to \u2192', shown, table));
  const body = make('tbody', { role: 'rowgroup' });
  for (const from of shown) {
    const line = make('tr', { class: 'row', role: 'row', 'data-from': String(from) }, make('th', { scope: 'row', role: 'rowheader' }, data.environments[from]));
    for (const to of shown) {
      const names = data.environments[from] + ' to ' + data.environments[to];
      const cell = cellOf(from === to ? [] : between(rule, from, to), names, false);
      if (from === to) cell.classList.add('self');
      cell.dataset.to = String(to);
      line.append(cell);
    }
    body.append(line);
  }
  table.append(body);
  const told = all > shown.length ? [make('p', { class: 'left-out' }, 'Drawn here: ' + shown.length + ' of ' + all + ' environments, worst first.')] : [];
  place('pairs-place').classList.toggle('wide', shown.length > 8);
  place('pairs-place').replaceChildren(...told, table);
  startGrid(table, cell => {
    const from = Number(cell.parentElement.dataset.from);
    const to = Number(cell.dataset.to);
    const names = data.environments[from] + ' \u2192 ' + data.environments[to];
    if (from !== to) openPanel(rule ? names + ': ' + rule.says : names, between(rule, from, to), cell, (rule ? rule.id : '') + '@' + data.environments[from] + '>' + data.environments[to]);
  });
}

function startPairs() {
  if (!pairRules.length) {
    document.querySelector('a[href="#pairs"]').hidden = true;
    return;
  }
  place('pair-rule').append(make('option', { value: '' }, 'all of them, the worst of each pair'),
    ...pairRules.map(rule => make('option', { value: rule.id }, SAYS[worst(byRule.get(rule.at))] + ': ' + rule.says)));
  place('pair-rule').addEventListener('change', drawPairs);
  place('pairs').hidden = false;
  drawPairs();
}
