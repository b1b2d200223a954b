// SPDX-License-Identifier: Apache-2.0
// Lazy: a value that is made when somebody first asks for it.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

namespace alignscope {

/// Thread: any; whoever asks while it is being made waits. T may be incomplete until get().
template <class T> class Lazy {
public:
    /// Every `make` given to one Lazy must make the same.
    template <class Make> const std::shared_ptr<const T>& get(Make make) const
    {
        if (made()) return m_value; // quicker: some ask for every slot
        std::call_once(m_once, [&] {
            m_value = std::make_shared<const T>(make());
            m_made = true;
        });
        return m_value;
    }
    /// Nobody waits any more.
    [[nodiscard]] bool made() const noexcept { return m_made; }

private:
    mutable std::once_flag m_once;
    mutable std::shared_ptr<const T> m_value;
    mutable std::atomic_bool m_made = false;
};

} // namespace alignscope
