/** What is needed and given around a care file, who agreed to it, and the plan. */
package org.homeward.console.support;
