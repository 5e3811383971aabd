/** The feed for police desks and the desks' administration, in HTTP. */
@NullMarked
package org.homeward.alert.web;

import org.jspecify.annotations.NullMarked;
