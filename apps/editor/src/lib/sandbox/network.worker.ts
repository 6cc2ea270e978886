/**
 * Makes requests to other sites. The page itself may not (its policy says so), and neither may any other worker: this
 * one is served with a policy of its own (tools/header-files.mjs).
 */
import * as Comlink from 'comlink';
import {
  makeRequest,
  type NetworkProgress,
  type NetworkReply,
  type NetworkRequest,
} from './network-request.ts';

const api = {
  async request(request: NetworkRequest, progress?: NetworkProgress): Promise<NetworkReply> {
    const reply = await makeRequest(request, fetch, progress);
    return reply.ok ? Comlink.transfer(reply, [reply.answer.body.buffer]) : reply;
  },
};

export type NetworkWorkerApi = typeof api;

Comlink.expose(api);
