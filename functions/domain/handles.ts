// Letters and digits that are not taken for each other on paper, on screen or on the phone.
const LETTERS = "ACDEFHJKLMNPRTVWXY";
const DIGITS = "23456789";

/** 128 birds, trees and stones: short, without a meaning of their own for a person, the same in every language. */
export const HANDLE_WORDS: readonly string[] = `
  Robin Finch Swift Heron Egret Ibis Stork Crane Plover Dunlin Curlew Snipe Godwit Avocet Tern Gannet
  Puffin Petrel Fulmar Skua Auk Eider Teal Pintail Gadwall Wigeon Pochard Scaup Falcon Kestrel Osprey Harrier
  Eagle Hawk Owl Nightjar Hoopoe Lark Pipit Wagtail Dipper Dunnock Redstart Wheatear Ouzel Fieldfare Redwing Linnet
  Siskin Serin Twite Bunting Oriole Starling Nuthatch Goldcrest Waxwing Wren Condor Toucan Lapwing Bittern Grebe Sparrow
  Alder Ash Aspen Beech Birch Cedar Cypress Elm Fir Hawthorn Hornbeam Juniper Larch Lime Maple Oak
  Palm Poplar Spruce Sycamore Walnut Yew Acacia Almond Apple Chestnut Lemon Mango Medlar Mulberry Pear Plum
  Quince Redwood Sequoia Teak Tamarisk Baobab Cashew Hickory Kapok Mangrove Pecan Agate Basalt Chalk Chert Cobalt
  Dolomite Feldspar Flint Gabbro Garnet Gneiss Granite Gypsum Lava Malachite Marble Marl Mica Quartz Slate Topaz
`
  .trim()
  .split(/\s+/);

const BYTES_PER_LABEL = 6;

const labelOf = (bytes: Uint8Array): string => {
  let rest = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  const pick = (from: string | readonly string[]): string => {
    const chosen = from[rest % from.length] ?? "";
    rest = Math.floor(rest / from.length);
    return chosen;
  };
  return `${pick(LETTERS)}${pick(DIGITS)}${pick(LETTERS)}-${pick(HANDLE_WORDS)}`;
};

/**
 * The handles of one customer's record, from `mac` = HMAC(secret, employeeId ‖ customerKey), at least 32 bytes: the
 * same employee has the same handle in all of the customer's rows, and nothing joins the handles of two customers.
 * There are 331,776 labels; where two employees of one record would share one, who is asked for first keeps it and the
 * other takes the next that their bytes give. Ask in the order of the rows, so that the answer stays the same.
 */
export const makeHandles = (mac: (employeeId: string) => Uint8Array): ((employeeId: string) => string) => {
  const handles = new Map<string, string>();
  const taken = new Set<string>();

  const assign = (employeeId: string): string => {
    const bytes = mac(employeeId);
    let label = "";
    for (let at = 0; at + BYTES_PER_LABEL <= bytes.length; at += BYTES_PER_LABEL) {
      label = labelOf(bytes.subarray(at, at + BYTES_PER_LABEL));
      if (!taken.has(label)) break;
    }
    const base = label;
    for (let turn = 2; taken.has(label); turn += 1) label = `${base}-${turn}`;
    taken.add(label);
    handles.set(employeeId, label);
    return label;
  };
  return (employeeId) => handles.get(employeeId) ?? assign(employeeId);
};
