/**
 * The protocol between two nodes: messages, encryption, receipts, the registry. See PROTOCOL.md.
 */
@NullMarked
package org.homeward.schema.bridge;

import org.jspecify.annotations.NullMarked;
