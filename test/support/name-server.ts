import { createSocket } from "node:dgram";
import { once } from "node:events";
import { afterAll } from "vitest";

/** What a name server knows of names: `CNAME` names one, `A` addresses. */
export type Zone = Readonly<Record<string, { readonly CNAME?: string; readonly A?: readonly string[] }>>;

const [CNAME, A] = [5, 1];
const [NO_ERROR, NO_SUCH_NAME] = [0, 3];

const nameOf = (packet: Buffer): { name: string; end: number } => {
  const labels: string[] = [];
  let at = 12;
  while (packet.readUInt8(at) > 0) {
    const length = packet.readUInt8(at);
    labels.push(packet.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join("."), end: at + 1 };
};

const written = (name: string): Buffer =>
  Buffer.concat([
    ...name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.from([0]),
  ]);

/** One record of an answer, about the name that was asked (RFC 1035, 4.1.3 and 4.1.4). */
const record = (type: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
};

const answerTo = (packet: Buffer, zone: Zone): Buffer => {
  const { name, end } = nameOf(packet);
  const type = packet.readUInt16BE(end);
  const known = zone[name.toLowerCase()];
  const records = [
    ...(known?.CNAME !== undefined && type === CNAME ? [record(CNAME, written(known.CNAME))] : []),
    ...(type === A ? (known?.A ?? []).map((address) => record(A, Buffer.from(address.split(".").map(Number)))) : []),
  ];
  const head = Buffer.from(packet.subarray(0, 12));
  head.writeUInt16BE(0x8180 + (known === undefined ? NO_SUCH_NAME : NO_ERROR), 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, packet.subarray(12, end + 4), ...records]);
};

/** A name server on this computer for the test file that awaits it at its top; answers with its address. */
export const useNameServer = async (zone: Zone): Promise<string> => {
  const socket = createSocket("udp4");
  socket.on("message", (packet, { port, address }) => socket.send(answerTo(packet, zone), port, address));
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  afterAll(() => socket.close());
  return `127.0.0.1:${socket.address().port}`;
};
