// SPDX-License-Identifier: Apache-2.0
#include "ui/session/retired.h"

#include <utility>

namespace alignscope::ui {

Retired::Retired(QObject* parent) : QObject(parent)
{
    constexpr int kPause = 150; // ms: until panels and canvas have taken what comes next
    m_thread.setMaxThreadCount(1);
    m_timer.setInterval(kPause);
    connect(&m_timer, &QTimer::timeout, this, &Retired::look);
}

Retired::~Retired() { m_thread.waitForDone(); }

void Retired::add(std::shared_ptr<const void> old)
{
    if (!old) return;
    m_kept.push_back(std::move(old));
    m_timer.start();
}

void Retired::look()
{
    std::vector<std::shared_ptr<const void>> rest;
    std::vector<std::shared_ptr<const void>> free;
    for (auto& old : m_kept) (old.use_count() == 1 ? free : rest).push_back(std::move(old));
    m_kept = std::move(rest);
    if (m_kept.empty()) m_timer.stop();
    if (!free.empty()) m_thread.start([free = std::move(free)]() mutable { free.clear(); });
}

} // namespace alignscope::ui
