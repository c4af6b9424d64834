/**
 * Runs at the edge for each request of a page. An address for people (`/xa/25159`) is the dashboard's: any path
 * whose last part has no extension is answered with index.html. Files keep their path, so that a missing
 * object is missing and never a page. The language is CloudFront's JavaScript runtime 2.0.
 */
export const ROUTER_CODE = `
function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}
`.trim();
