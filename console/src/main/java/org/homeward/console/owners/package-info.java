/** A tip about a partner's case: what goes to the hotline that owns it, and what came of it. */
package org.homeward.console.owners;
