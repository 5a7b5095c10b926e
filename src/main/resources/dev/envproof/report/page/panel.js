// What a cell opens: beside the matrix, closed by Escape, and then the cell has the focus again.
let openedFrom = null;

function openPanel(title, some, from, key, isShared) {
  if (openedFrom) openedFrom.removeAttribute('aria-selected');
  openedFrom = from;
  if (from) from.setAttribute('aria-selected', 'true');
  place('panel-title').textContent = title;
  place('panel-body').replaceChildren(...(some.length ? detailsOf(some) : [make('p', { class: 'hint' }, 'No rule judged this.')]));
  place('panel').hidden = false;
  place('panel').scrollTop = 0;
  document.body.classList.add('has-panel');
  if (from) from.scrollIntoView({ block: isShared ? 'center' : 'nearest' });
  place('panel-title').focus();
  opened = key;
  writeHash();
}

function closePanel() {
  if (place('panel').hidden) return;
  place('panel').hidden = true;
  document.body.classList.remove('has-panel');
  opened = '';
  writeHash();
  if (openedFrom) {
    openedFrom.removeAttribute('aria-selected');
    if (openedFrom.isConnected) openedFrom.focus();
  }
  openedFrom = null;
}

function startPanel() {
  place('panel-close').addEventListener('click', closePanel);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      closePanel();
    } else if (event.key === '/' && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) {
      event.preventDefault();
      place('text').focus();
    }
  });
}
