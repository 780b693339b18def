// The one wire between the page and the program: JSON messages both ways.

/** `hear` gets every message from the program; returns the function that sends one to it. */
export function connect(hear) {
  const waiting = [];
  let send = (message) => waiting.push(message);
  if (window.qt?.webChannelTransport) {
    new QWebChannel(qt.webChannelTransport, (channel) => {
      const { program } = channel.objects;
      program.said.connect((text) => hear(JSON.parse(text)));
      send = (message) => program.hear(JSON.stringify(message));
      waiting.splice(0).forEach(send);
    });
  }
  return (message) => send(message);
}
