/** Tasks: over all cases, and beside one; with its notes, call-backs and owners. */
package org.homeward.console.work;
