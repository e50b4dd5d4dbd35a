// A proxy between the browser and the server, as they stand in offices: it passes everything on, counts the
// live streams that are open through it, and can be told to hold streams back, to lose the answers to what is sent, or to cut every line.
import { createServer, request as ask } from 'node:http';

export const Line = Object.freeze({ whole: 'whole', holds_streams_back: 'holds streams back', cut: 'cut', loses_answers: 'loses answers' });

export async function start_proxy(server_origin) {
  const { hostname, port } = new URL(server_origin);
  const streams = new Set();
  const seen = { streams_at_once: 0, polls: 0, answers_lost: 0 };
  let line = Line.whole;

  const pass = (request, response) => {
    if (line === Line.cut) return request.socket.destroy();
    const of_stream = request.url.startsWith('/live') && request.headers.accept === 'text/event-stream';
    if (request.url.startsWith('/live') && !of_stream) seen.polls += 1;
    const onward = ask({ hostname, port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
      // What was sent has arrived, and whoever sent it does not hear so.
      if (request.method === 'POST' && line === Line.loses_answers) {
        seen.answers_lost += 1;
        answer.resume();
        return request.socket.destroy();
      }
      if (of_stream && line === Line.holds_streams_back) return answer.resume();
      response.writeHead(answer.statusCode, answer.rawHeaders);
      response.flushHeaders();
      answer.pipe(response);
      return undefined;
    });
    onward.on('error', () => response.destroy());
    if (of_stream) {
      streams.add(response);
      seen.streams_at_once = Math.max(seen.streams_at_once, streams.size);
    }
    response.on('close', () => {
      streams.delete(response);
      onward.destroy();
    });
    request.pipe(onward);
  };

  const proxy = createServer(pass);
  await new Promise((ready) => { proxy.listen(0, '127.0.0.1', ready); });
  return {
    origin: `http://127.0.0.1:${proxy.address().port}`,
    seen,
    streams_open: () => streams.size,
    set(wanted) {
      line = wanted;
      if (wanted === Line.cut) proxy.closeAllConnections();
    },
    close: () => new Promise((done) => { proxy.close(done); proxy.closeAllConnections(); }),
  };
}
