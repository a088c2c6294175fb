extension ReportScript {
  /// Sorts tables by a click on a heading and shows rows on the map.
  static let tables = #"""
    function key(row, column) {
      const cell = row.cells[column];
      const value = cell.dataset.sort === undefined ? cell.textContent : cell.dataset.sort;
      const number = Number(value);
      return value.trim() !== '' && !Number.isNaN(number) ? number : value;
    }
    for (const table of document.querySelectorAll('table.sortable')) {
      const heads = Array.from(table.tHead.rows[0].cells), body = table.tBodies[0];
      heads.forEach(function (head, column) {
        const button = head.querySelector('.sort');
        if (!button) return;
        button.onkeydown = function (event) {
          if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); sort(); }
        };
        button.onclick = sort;
        function sort() {
          const isDown = head.getAttribute('aria-sort') === 'ascending';
          for (const other of heads) other.removeAttribute('aria-sort');
          head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
          const rows = Array.from(body.rows).map(function (row, place) {
            return { row: row, key: key(row, column), place: place };
          });
          rows.sort(function (a, b) {
            const order = typeof a.key === 'number' && typeof b.key === 'number'
              ? a.key - b.key : String(a.key).localeCompare(String(b.key), document.documentElement.lang);
            return (isDown ? -order : order) || a.place - b.place;
          });
          for (const entry of rows) body.appendChild(entry.row);
        }
      });
    }
    document.addEventListener('click', function (event) {
      const target = event.target.closest('[data-show]');
      if (target) show(target.dataset.show);
    });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && event.target.matches('tr[data-show]'))
        show(event.target.dataset.show);
    });

    """#
}
