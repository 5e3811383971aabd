/** Facts as people read them: the fields of a report in words. */
package org.homeward.console.facts;
