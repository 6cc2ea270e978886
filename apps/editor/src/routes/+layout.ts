// Everything happens in the browser: there is no server to render on.
export const ssr = false;
export const prerender = true;
