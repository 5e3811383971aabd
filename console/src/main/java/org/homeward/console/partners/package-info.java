/** Partners: whether content may go to them, since when they were heard of, and their keys. */
package org.homeward.console.partners;
