/** The signature of messages of the Common Alerting Protocol, and the keys that verify it. */
@NullMarked
package org.homeward.schema.cap;

import org.jspecify.annotations.NullMarked;
