// What is asked for stands behind the # of the address, so that it can be shared.
const filter = { verdict: new Set(), severity: new Set(), family: '', environment: '', text: '' };
const listeners = [];
let opened = '';

function readHash() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const among = (name, known) => new Set((asked.get(name) || '').split(',').filter(it => known.includes(it)));
  filter.verdict = among('verdict', VERDICTS);
  filter.severity = among('severity', SEVERITIES);
  filter.family = asked.get('family') || '';
  filter.environment = asked.get('env') || '';
  filter.text = asked.get('q') || '';
  opened = asked.get('open') || '';
}

function writeHash() {
  const asked = new URLSearchParams();
  if (filter.verdict.size) asked.set('verdict', [...filter.verdict].join(','));
  if (filter.severity.size) asked.set('severity', [...filter.severity].join(','));
  if (filter.family) asked.set('family', filter.family);
  if (filter.environment) asked.set('env', filter.environment);
  if (filter.text) asked.set('q', filter.text);
  if (opened) asked.set('open', opened);
  const text = asked.toString().replace(/%2F/g, '/').replace(/%2C/g, ',').replace(/%40/g, '@');
  history.replaceState(null, '', text ? '#' + text : location.pathname + location.search);
}

function fitsRule(rule) {
  return (!filter.severity.size || filter.severity.has(rule.severity)) && (!filter.family || filter.family === rule.family);
}

function fitsEnvironment(finding) {
  if (!filter.environment) return true;
  const at = data.environments.indexOf(filter.environment);
  return finding.from === at || finding.to === at;
}

function fitsVerdict(finding) {
  return !filter.verdict.size || filter.verdict.has(finding.verdict);
}

function searched(finding) {
  if (finding.searched) return finding.searched;
  const seen = finding.detail || {};
  return finding.searched = [finding.rule.id, finding.rule.says, finding.rule.verifies, finding.rule.owner, finding.subject, finding.verdict, seen.saw, seen.expected, seen.why, seen.waiver]
    .join('\n').toLowerCase();
}

function fits(finding) {
  return fitsRule(finding.rule) && fitsEnvironment(finding) && fitsVerdict(finding)
    && (!filter.text || searched(finding).includes(filter.text.toLowerCase()));
}

function isFiltering() {
  return filter.verdict.size + filter.severity.size > 0 || filter.family || filter.environment || filter.text;
}

function changed() {
  writeHash();
  for (const listener of listeners) listener();
}

function chips(id, words, says, set, count) {
  for (const word of words) {
    const button = make('button', { type: 'button', 'data-word': word, 'aria-pressed': 'false' }, says(word) + ' ', make('small', null, String(count(word))));
    button.addEventListener('click', () => {
      if (!set().delete(word)) set().add(word);
      changed();
    });
    place(id).append(button);
  }
}

function select(id, all, names, key) {
  place(id).append(make('option', { value: '' }, all), ...names.map(name => make('option', { value: name }, name)));
  place(id).addEventListener('change', () => { filter[key] = place(id).value; changed(); });
}

function showControls() {
  for (const [id, set] of [['verdicts', filter.verdict], ['severities', filter.severity]]) {
    for (const button of place(id).children) button.setAttribute('aria-pressed', String(set.has(button.dataset.word)));
  }
  place('family').value = filter.family;
  place('environment').value = filter.environment;
  if (place('text').value !== filter.text) place('text').value = filter.text;
}

function startFilters() {
  const byVerdict = grouped(findings, it => it.verdict);
  const bySeverity = grouped(findings, it => it.rule.severity);
  const count = (groups, word) => (groups.get(word) || []).length;
  chips('verdicts', VERDICTS.filter(it => count(byVerdict, it)), it => SAYS[it], () => filter.verdict, it => count(byVerdict, it));
  chips('severities', SEVERITIES.filter(it => count(bySeverity, it)), it => it, () => filter.severity, it => count(bySeverity, it));
  select('family', 'Every family', [...new Set(rules.map(rule => rule.family))], 'family');
  select('environment', 'Every environment', environments.map(at => data.environments[at]), 'environment');
  place('text').addEventListener('input', () => { filter.text = place('text').value; changed(); });
  place('filters').addEventListener('submit', event => event.preventDefault());
  place('filters').addEventListener('reset', event => {
    event.preventDefault();
    Object.assign(filter, { verdict: new Set(), severity: new Set(), family: '', environment: '', text: '' });
    changed();
  });
  listeners.push(showControls, filterCards);
}

// The cards were written by Java; the filters only hide them.
function filterCards() {
  const known = new Map(findings.map(it => [keyOf(it), it]));
  const cards = [...document.querySelectorAll('#wrong > .finding')];
  for (const card of cards) {
    const { rule, environment, other } = card.dataset;
    const finding = known.get(rule + '@' + environment + (other ? '>' + other : ''));
    card.hidden = Boolean(finding) && !fits(finding);
  }
  place('wrong-none').hidden = cards.length === 0 || cards.some(card => !card.hidden);
}
