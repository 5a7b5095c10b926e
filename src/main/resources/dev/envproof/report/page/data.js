// What Java wrote: names once, findings as rows of numbers. Every text is put into the page as text, never as markup.
const data = JSON.parse(document.getElementById('data').textContent);
const WORD = { B: 'broken', I: 'inconclusive', W: 'waived', H: 'held', N: 'none' };
const VERDICTS = ['broken', 'inconclusive', 'waived', 'held', 'none'];
const SAYS = { broken: 'broken', inconclusive: 'inconclusive', waived: 'waived', held: 'held', none: 'not applicable' };
const GLYPH = { broken: '\u2715', inconclusive: '?', waived: 'w', held: '\u2713', none: '\u2013' };
const SEVERITIES = ['critical', 'high', 'medium', 'low'];

const rules = data.rules.map((rule, at) => Object.assign(rule, { at, family: rule.id.split('/')[0] }));
const environments = data.order.concat(data.environments.map((name, at) => at).filter(at => !data.order.includes(at)));

function subject(row) {
  const from = data.environments[row[1]];
  return row[2] < 0 ? from : from + ' \u2192 ' + data.environments[row[2]];
}

// A rule is about one environment or about pairs; what it did not apply to is here too, with the reason.
const findings = data.findings.map(row => ({
  rule: rules[row[0]], from: row[1], to: row[2], verdict: WORD[row[3]], detail: row[4] || null, was: row[5] || '', subject: subject(row)
})).concat(data.notApplicable.map(row => ({
  rule: rules[row[0]], from: row[1], to: row[2], verdict: 'none', detail: { why: data.reasons[row[3]], exchanges: [] }, was: '', subject: subject(row)
})));

function keyOf(finding) {
  return finding.rule.id + '@' + data.environments[finding.from] + (finding.to < 0 ? '' : '>' + data.environments[finding.to]);
}

function worst(some) {
  return some.reduce((so, it) => VERDICTS.indexOf(it.verdict) < VERDICTS.indexOf(so) ? it.verdict : so, 'none');
}

// Lists by key, in the order in which they come.
function grouped(some, key) {
  const groups = new Map();
  for (const it of some) {
    const name = key(it);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(it);
  }
  return groups;
}

function make(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes || {})) element.setAttribute(name, attributes[name]);
  for (const it of inside) element.append(it);
  return element;
}

function place(id) {
  return document.getElementById(id);
}
