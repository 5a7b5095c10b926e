// One tab stop a grid; arrow keys move within it (WAI-ARIA grid pattern).
function startGrid(table, open) {
  const lines = [...table.querySelectorAll('tr')].map(line => [...line.querySelectorAll('td')]).filter(line => line.length);
  if (!lines.length) return;
  let row = 0;
  let column = 0;
  lines[0][0].tabIndex = 0;
  const isCell = target => target.closest('td');

  function go(newRow, newColumn) {
    lines[row][column].tabIndex = -1;
    row = Math.max(0, Math.min(lines.length - 1, newRow));
    column = Math.max(0, Math.min(lines[row].length - 1, newColumn));
    lines[row][column].tabIndex = 0;
    lines[row][column].focus();
  }

  function reached(cell) {
    const line = lines.findIndex(it => it.includes(cell));
    if (line < 0) return;
    lines[row][column].tabIndex = -1;
    row = line;
    column = lines[line].indexOf(cell);
    cell.tabIndex = 0;
  }

  table.addEventListener('focusin', event => { if (isCell(event.target)) reached(isCell(event.target)); });
  table.addEventListener('click', event => { if (isCell(event.target)) { isCell(event.target).focus(); open(isCell(event.target)); } });
  table.addEventListener('keydown', event => {
    const end = lines[row].length - 1;
    const moves = {
      ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
      PageUp: [row - 10, column], PageDown: [row + 10, column],
      Home: [event.ctrlKey ? 0 : row, 0], End: event.ctrlKey ? [lines.length - 1, end] : [row, end]
    };
    if (moves[event.key]) {
      event.preventDefault();
      go(...moves[event.key]);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(lines[row][column]);
    }
  });
}

// Names that fit stay whole.
function headOf(corner, shown, table) {
  table.classList.toggle('long', shown.some(at => data.environments[at].length > 16));
  return make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' },
    ...[corner].concat(shown.map(at => data.environments[at])).map(name => make('th', { scope: 'col', role: 'columnheader' }, name))));
}

// A cell says its verdict by a sign, a word for screen readers, a shape and a colour.
function cellOf(some, label, dim) {
  const verdict = worst(some);
  const same = some.filter(it => it.verdict === verdict).length;
  const cell = make('td', { role: 'gridcell', tabindex: '-1', 'data-verdict': verdict, 'aria-label': label + ': ' + (some.length ? SAYS[verdict] : 'not judged') });
  if (some.length) {
    cell.append(make('span', { class: 'cell ' + verdict, 'aria-hidden': 'true' }, GLYPH[verdict] + (same > 1 && verdict !== 'held' && verdict !== 'none' ? ' ' + same : '')));
    cell.title = SAYS[verdict];
  }
  if (dim) cell.classList.add('dim');
  const was = some.find(it => it.was);
  if (was) {
    cell.classList.add('was');
    cell.title += ', ' + was.was + ' in the run before';
  }
  return cell;
}
