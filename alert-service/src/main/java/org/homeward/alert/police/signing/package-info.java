/** The keys that sign CAP messages: made here, kept for ever, shown to everybody. */
package org.homeward.alert.police.signing;
