// All that is known of one finding.
function fact(list, name, ...inside) {
  if (inside[0]) list.append(make('dt', null, name), make('dd', null, ...inside));
}

function copyButton(text) {
  const button = make('button', { type: 'button', class: 'quiet copy' }, 'Copy');
  button.addEventListener('click', () => {
    const done = () => { button.textContent = 'Copied'; };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(done, () => copyBySelection(text, done, button));
    } else {
      copyBySelection(text, done, button);
    }
  });
  return button;
}

function copyBySelection(text, done, button) {
  const area = make('textarea', { class: 'unseen', readonly: '' });
  area.value = text;
  document.body.append(area);
  area.select();
  if (document.execCommand('copy')) done();
  area.remove();
  button.focus();
}

function evidenceOf(finding) {
  const from = data.environments[finding.from];
  const folder = finding.to < 0 ? from : from + '-to-' + data.environments[finding.to];
  return 'evidence/' + folder + '/' + finding.rule.id.replace(/\//g, '.') + '.txt';
}

function detailOf(finding) {
  const list = make('dl', { class: 'detail' });
  const seen = finding.detail;
  fact(list, 'verdict', make('span', { class: 'pill ' + finding.verdict }, SAYS[finding.verdict]),
    ' ' + finding.rule.severity + (finding.was ? ', ' + finding.was + ' in the run before' : ''));
  if (!seen) {
    fact(list, 'seen', 'This page has no room for what was seen: it is in findings.json and in the evidence file.');
  } else {
    fact(list, 'expected', seen.expected);
    fact(list, finding.verdict === 'held' ? 'saw' : 'but saw', seen.saw);
    fact(list, finding.verdict === 'none' ? 'why' : 'could not look', seen.why);
    fact(list, 'gate', seen.closes ? 'closed by this finding' : '');
    fact(list, 'waiver', seen.waiver);
  }
  fact(list, 'because', finding.rule.because);
  fact(list, 'remedy', finding.rule.remedy);
  fact(list, 'owner', finding.rule.owner);
  fact(list, 'rule', make('code', null, finding.rule.id), finding.rule.verifies ? ' verifies ' + finding.rule.verifies : '');
  if (finding.verdict === 'none') return list;
  const exchanges = seen ? seen.exchanges.map(at => data.exchanges[at]) : [];
  if (exchanges.length) {
    list.append(make('dt', null, 'again'),
      make('dd', { class: 'again' }, make('code', null, exchanges[0][1]), copyButton(exchanges[0][1])));
  }
  const file = evidenceOf(finding);
  const evidence = make('dd', null, make('a', { href: file.split('/').map(encodeURIComponent).join('/') }, file));
  for (const exchange of exchanges) evidence.append(make('pre', { tabindex: '0' }, exchange[0]));
  if (seen && seen.more) evidence.append(make('p', { class: 'more' }, seen.more + ' more exchanges are in the evidence file'));
  list.append(make('dt', null, 'evidence'), evidence);
  return list;
}

// Several, worst first and the worst open; one alone is just there.
function detailsOf(some) {
  if (some.length === 1) return [detailOf(some[0])];
  const sorted = [...some].sort((one, more) => VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(more.verdict));
  return sorted.slice(0, 200).map((finding, at) => {
    const card = make('details', { class: 'finding ' + finding.verdict },
      make('summary', null, make('span', { class: 'pill ' + finding.verdict }, SAYS[finding.verdict]), make('b', null, finding.subject), make('span', { class: 'says' }, finding.rule.says)));
    const fill = () => { if (card.open && !card.querySelector('dl')) card.append(detailOf(finding)); };
    card.addEventListener('toggle', fill);
    if (at === 0) { card.open = true; fill(); }
    return card;
  });
}
