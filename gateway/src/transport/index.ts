export { type ForwardingContext, forwardedHeaders } from './forwarded-headers';
export { HTTP_TRANSPORT, HttpDataSource, type HttpTransportSettings } from './http';
export { InProcessDataSource, type InProcessSubgraph } from './in-process';
export { forwardUploads } from './forward-uploads';
