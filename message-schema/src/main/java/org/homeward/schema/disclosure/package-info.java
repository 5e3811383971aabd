/** The only way out for content: audiences, and the audit entry of each look. */
@NullMarked
package org.homeward.schema.disclosure;

import org.jspecify.annotations.NullMarked;
