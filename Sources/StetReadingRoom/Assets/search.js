// The search shows what it finds while somebody types; without this its form does the same with a press of the button.
(() => {
  const form = document.querySelector("form[data-live]");
  const results = form && document.getElementById(form.dataset.live);
  if (!results) return;
  let timer = 0;
  let request = null;
  const asked = () => {
    const parameters = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) parameters.append(name, value);
    return parameters;
  };
  const look = async () => {
    request?.abort();
    request = new AbortController();
    const parameters = asked();
    const address = `${form.action}?${parameters}`;
    parameters.append("only", "results");
    results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(`${form.action}?${parameters}`, { signal: request.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      // Parsed apart from the page, where nothing of it could run.
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      results.replaceChildren(...found.body.childNodes);
      setDates(results);
      history.replaceState(null, "", address);
    } catch (error) {
      if (error.name === "AbortError") return;
      form.submit();
    }
    results.removeAttribute("aria-busy");
  };
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  };
  form.addEventListener("input", () => soon(200));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    soon(0);
  });
})();
