// Without a connection nothing is sent: the form stays as it is, and the page says so.
(() => {
  const note = document.getElementById("no-connection");
  if (!note) return;
  const tell = () => {
    note.hidden = false;
    note.focus();
  };
  document.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    tell();
  }, true);
  document.addEventListener("htmx:sendError", tell);
  document.addEventListener("htmx:responseError", (event) => {
    const link = event.detail.elt.closest("a[href]");
    if (link) location.assign(link.href);
  });
  addEventListener("online", () => {
    note.hidden = true;
  });
})();
