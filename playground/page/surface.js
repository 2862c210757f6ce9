// Where a block stands: how to press there, and what to suggest.

import { does } from "./world.js";

export function pressing(where) {
  return {
    press: (block_id, action_id, value) => does("press", { ...where, block_id, action_id, value }),
    options: (block_id, action_id, query) => does("options", { ...where, block_id, action_id, query }),
    keep: () => {},
  };
}

// A form keeps what is entered, as Slack writes it in `view.state.values`.
export function forming(view, values, fields) {
  return {
    ...pressing({ view: view.id }),
    fields, // block id → a function that shows what is wrong with it, or null
    keep: (block_id, action_id, state) => {
      values[block_id] = { ...values[block_id], [action_id]: state };
    },
    kept: (block_id, action_id) => values[block_id]?.[action_id],
  };
}
