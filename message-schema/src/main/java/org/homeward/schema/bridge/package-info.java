/** What two nodes say to each other: messages, seals, receipts, the registry. See PROTOCOL.md. */
@NullMarked
package org.homeward.schema.bridge;

import org.jspecify.annotations.NullMarked;
