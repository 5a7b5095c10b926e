// Dark or light as the system says, until someone switches.
function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function kept(value) {
  try {
    if (value) localStorage.setItem('envproof-theme', value);
    return localStorage.getItem('envproof-theme');
  } catch (refused) {
    return null; // a browser that keeps nothing for files
  }
}

function showTheme() {
  place('theme').textContent = isDark() ? 'Light' : 'Dark';
  place('theme').setAttribute('aria-label', isDark() ? 'Switch to light colours' : 'Switch to dark colours');
  place('theme').setAttribute('aria-pressed', String(isDark()));
}

function startTheme() {
  const before = kept('');
  if (before === 'dark' || before === 'light') document.documentElement.dataset.theme = before;
  place('theme').addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    kept(document.documentElement.dataset.theme);
    showTheme();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme);
  showTheme();
}

// On paper all that is not held is open.
function startPrint() {
  let closed = [];
  const open = () => {
    closed = closed.concat([...document.querySelectorAll('#wrong > .finding:not([open])')]);
    for (const card of closed) card.open = true;
  };
  const restore = () => {
    for (const card of closed) card.open = false;
    closed = [];
  };
  addEventListener('beforeprint', open);
  addEventListener('afterprint', restore);
  matchMedia('print').addEventListener('change', event => event.matches ? open() : restore());
}
